"""What does the paper say of itself, and who says otherwise?"""
