"""Who, where and what is named?"""
