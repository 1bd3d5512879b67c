//! Photos and papers: what they are is found by looking, and what the camera wrote in them is taken out.
use crate::notes;
use access::{Error, FieldFault, Result};
use cases::{DocumentStatus, Scanner};

/// Most bytes in a photo: 10 MB.
pub const MAX_PHOTO: usize = 10 * 1024 * 1024;

/// What a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Photos.
    Photo,
    /// Papers: PDF too.
    Document,
}

/// A photo without place, device or other notes; or a PDF as it came.
#[derive(Clone)]
pub struct Photo {
    /// `image/jpeg`, `image/png`, `image/webp` or `application/pdf`.
    pub formaat: &'static str,
    /// The picture.
    pub bytes: Vec<u8>,
}

impl Photo {
    /// Errors: `Invalid` on `field` when it is too large, or of no kind that this question takes.
    pub fn parse(bytes: Vec<u8>, kind: FileKind, field: &str) -> Result<Self> {
        let fault = |fault, limit| Error::Invalid(vec![FieldFault { field: field.into(), fault, limit }]);
        if bytes.len() > MAX_PHOTO {
            return Err(fault("fault-photo-too-large", Some(10)));
        }
        let (formaat, bytes) = match infer::get(&bytes).map(|kind| kind.mime_type()) {
            Some("image/jpeg") => ("image/jpeg", notes::jpeg(&bytes)),
            Some("image/png") => ("image/png", notes::png(bytes)),
            Some("image/webp") => ("image/webp", notes::webp(bytes)),
            Some("application/pdf") if kind == FileKind::Document => ("application/pdf", Some(bytes)),
            _ if kind == FileKind::Document => return Err(fault("fault-document-kind", None)),
            _ => return Err(fault("fault-photo-kind", None)),
        };
        Ok(Self { formaat, bytes: bytes.ok_or_else(|| fault("fault-photo-broken", None))? })
    }

    /// What the virus scanner, if there is one, makes of it. When the scanner is away the photo waits, and the form goes on. Errors:
    /// `Invalid` on `field` when it is infected.
    pub async fn scanned(&self, scanner: Option<&Scanner>, field: &str) -> Result<DocumentStatus> {
        let Some(scanner) = scanner else { return Ok(DocumentStatus::Definitief) };
        match DocumentStatus::after(scanner.scan(&self.bytes).await) {
            DocumentStatus::Gearchiveerd => Err(Error::Invalid(vec![FieldFault::new(field, "fault-photo-infected")])),
            status => Ok(status),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of one grey dot with an EXIF segment and a comment, both holding a word that must go.
    fn jpeg_with_notes() -> Vec<u8> {
        let segment = |marker: u8, body: &[u8]| {
            let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
            [&[0xFF, marker], &length[..], body].concat()
        };
        let scan = [&segment(0xDA, &[1, 1, 0, 0, 63, 0])[..], &[0x2A]].concat();
        [
            &[0xFF, 0xD8][..],
            &segment(0xE1, b"Exif\0\0GPS-GEHEIM"),
            &segment(0xFE, b"COMMENT-GEHEIM"),
            &segment(0xDB, &[0; 65]),
            &scan,
            &[0xFF, 0xD9],
        ]
        .concat()
    }

    #[test]
    fn what_the_camera_wrote_is_taken_out() {
        let photo = Photo::parse(jpeg_with_notes(), FileKind::Photo, "fotos").unwrap();
        assert_eq!(photo.formaat, "image/jpeg");
        assert!(!photo.bytes.windows(6).any(|w| w == b"GEHEIM"), "EXIF or comment is still there");
        assert!(photo.bytes.windows(2).any(|w| w == [0xFF, 0xDA]), "the picture is gone");
    }

    #[test]
    fn a_file_that_is_no_photo_is_refused_whatever_it_is_called() {
        for bytes in [b"".to_vec(), b"%PDF-1.7".to_vec(), b"<svg onload=alert(1)>".to_vec(), vec![0xFF, 0xD8, 0xFF], vec![0; 64]]
        {
            assert!(matches!(Photo::parse(bytes, FileKind::Photo, "fotos"), Err(Error::Invalid(_))));
        }
        assert!(
            matches!(Photo::parse(vec![0xFF; MAX_PHOTO + 1], FileKind::Document, "plattegrond"), Err(Error::Invalid(f)) if f[0].fault == "fault-photo-too-large")
        );
    }
}
