"""The routes beside Streamlit: live run events, stop, health. Knows no page."""
