"""Does new writing hold against the library?  A quotation or a sentence in; verdict, faults and places out."""
