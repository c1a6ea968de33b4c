"""The only part of `lib` that imports Streamlit: router, state, format, components."""
