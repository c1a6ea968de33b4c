"""One told change in everyday prose, lists and forms."""
