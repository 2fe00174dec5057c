"""How do I ask?  The library that wires every stage, and its doors: command line and HTTP."""
