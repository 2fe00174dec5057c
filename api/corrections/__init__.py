"""What does a user say of who is who, and can it stand?"""
