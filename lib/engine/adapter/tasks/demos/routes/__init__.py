"""Small servers, of which one told route is added, changed or removed."""
