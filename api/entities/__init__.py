"""Who is named, where, and together with whom?"""
