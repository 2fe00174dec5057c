"""Who is who in the library now, and who is meant by a name?"""
