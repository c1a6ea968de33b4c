"""SQL statements, of which one told part is changed."""
