"""Front ends of our own, each a folder with its Python mount and its html, css and js."""
