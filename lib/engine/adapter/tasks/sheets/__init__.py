"""Style sheets and pages, of which one told rule or element is changed."""
