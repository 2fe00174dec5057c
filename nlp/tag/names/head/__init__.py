"""Which names does a trained network see where no rule speaks?"""
