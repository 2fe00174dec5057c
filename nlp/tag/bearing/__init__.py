"""What does a figure measure, for whom, where and when?"""
