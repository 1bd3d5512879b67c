//! Photos.
use intake::{FileKind, Photo};

/// A photo without notes is a photo still, of the same kind, from which nothing more is taken.
pub fn photo(bytes: &[u8]) {
    if let Ok(photo) = Photo::parse(bytes.to_vec(), FileKind::Document, "foto") {
        let again = Photo::parse(photo.bytes.clone(), FileKind::Document, "foto")
            .expect("a photo without its notes is no photo any more");
        assert_eq!(again.formaat, photo.formaat);
        assert!(again.bytes == photo.bytes, "notes were left");
    }
}
