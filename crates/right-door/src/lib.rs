//! right-door
