"""Classes and records, of which one property is replaced, removed or added."""
