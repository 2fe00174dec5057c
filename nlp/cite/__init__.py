"""How is it quoted and answered?  Hits in; citations that hold and cited answers out."""
