"""The edits of one text, a module for each sort of them; which there are is said in `kinds`."""
