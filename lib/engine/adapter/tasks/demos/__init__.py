"""What people try first when they are shown an editing model, asked for in many registers."""
