//! Takes out of a picture whatever does not draw it: place and device, thumbnails, colour profiles, and what telephones put behind it.
//! What draws is listed; all else goes, also what was invented after this list.
use img_parts::{ImageEXIF, png::Png, riff::RiffContent, webp::WebP};

/// Chunks of a PNG that draw, or say how colours, transparency and movement are meant (W3C PNG, third edition, chapter 11).
const PNG: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD", b"pHYs",
    b"acTL", b"fcTL", b"fdAT",
];
/// The same of a WebP (RFC 9649, chapter 2).
const WEBP: [&[u8; 4]; 6] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"];
/// The bit of a `VP8X` that says that XMP follows.
const XMP: u8 = 0b0000_0100;

/// The picture of a JPEG alone, up to its end: behind that stand films with sound and second pictures with notes of their own. `None`
/// when there is no picture in it.
pub(crate) fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    let mut kept = vec![0xFF, 0xD8];
    let (mut drawn, mut in_scan) = (false, false);
    loop {
        // In the data of a scan 0xFF stands before 0, a restart mark or itself; before anything else it begins a segment.
        let mark = rest.windows(2).position(|two| two[0] == 0xFF && !matches!(two[1], 0 | 0xD0..=0xD7 | 0xFF));
        let data = &rest[..mark.unwrap_or(rest.len())];
        if in_scan {
            // What is still 0xFF at its end only fills up: it must not come to stand before something else.
            let filling = data.iter().rev().take_while(|byte| **byte == 0xFF).count();
            kept.extend_from_slice(&data[..data.len() - filling]);
        }
        // Cut off while it was sent: browsers draw what is there.
        let Some(mark) = mark else { return drawn.then_some(kept) };
        let marker = rest[mark + 1];
        rest = &rest[mark + 2..];
        match marker {
            0xD9 => {
                kept.extend([0xFF, 0xD9]);
                return drawn.then_some(kept);
            }
            0x01 | 0xD8 => {} // marks without a length, that draw nothing
            _ => {
                let Some((segment, behind)) = segment(rest) else { return drawn.then_some(kept) };
                rest = behind;
                in_scan = marker == 0xDA;
                drawn |= in_scan;
                if draws(marker, segment) {
                    kept.extend([0xFF, marker]);
                    kept.extend_from_slice(segment);
                }
            }
        }
    }
}

/// A segment with its length in front, and what stands behind it.
fn segment(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = usize::from(u16::from_be_bytes(*bytes.first_chunk()?));
    if length < 2 { None } else { bytes.split_at_checked(length) }
}

/// Of the application segments only how colours are meant: JFIF without a thumbnail, and Adobe's mark. No comments.
fn draws(marker: u8, segment: &[u8]) -> bool {
    match marker {
        0xE0 => segment.len() == 16 && segment[2..].starts_with(b"JFIF\0"),
        0xEE => segment.len() == 14 && segment[2..].starts_with(b"Adobe"),
        0xE1..=0xEF | 0xFE => false,
        _ => true,
    }
}

/// The picture of a PNG alone.
pub(crate) fn png(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let mut image = Png::from_bytes(bytes.into()).ok()?;
    image.chunks_mut().retain(|chunk| PNG.contains(&&chunk.kind()));
    Some(image.encoder().bytes().to_vec())
}

/// The picture of a WebP alone.
pub(crate) fn webp(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let mut image = WebP::from_bytes(bytes.into()).ok()?;
    image.chunks_mut().retain(|chunk| WEBP.contains(&&chunk.id()));
    for chunk in image.chunks_mut().iter_mut().filter(|chunk| chunk.id() == *b"VP8X") {
        if let RiffContent::Data(data) = chunk.content_mut() {
            let mut flags = data.to_vec();
            flags.iter_mut().take(1).for_each(|first| *first &= !XMP);
            *data = flags.into();
        }
    }
    image.set_exif(None); // and says no more that EXIF or a colour profile follows
    Some(image.encoder().bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"GEHEIM";

    fn holds_secret(bytes: &[u8]) -> bool {
        bytes.windows(SECRET.len()).any(|w| w == SECRET)
    }

    fn of_jpeg(marker: u8, body: &[u8]) -> Vec<u8> {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], body].concat()
    }

    /// Two scans, as in a photo that appears step by step, with data in which 0xFF stands.
    fn picture(between: &[u8], behind: &[u8]) -> Vec<u8> {
        let head = [&[0xFF, 0xD8][..], &of_jpeg(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"), &of_jpeg(0xDB, &[0; 65])].concat();
        let scan = [&of_jpeg(0xDA, &[1, 1, 0, 0, 63, 0])[..], &[0x2A, 0xFF, 0x00, 0xFF, 0xD3, 0x11]].concat();
        [&head[..], &scan, between, &scan, &[0xFF, 0xD9], behind].concat()
    }

    #[test]
    fn a_picture_without_notes_stays_as_it_is() {
        let bare = picture(b"", b"");
        assert!(jpeg(&bare).unwrap() == bare);
        assert!(jpeg(&bare[..bare.len() - 4]).is_some(), "cut off while it was sent");
        assert!(jpeg(&bare[..40]).is_none() && jpeg(b"\xFF\xD8\xFF\xD9").is_none(), "no picture in it");
    }

    #[test]
    fn a_film_or_a_second_picture_behind_it_and_a_comment_between_are_taken_out() {
        let bare = picture(b"", b"");
        let second = [&[0xFF, 0xD8][..], &of_jpeg(0xE1, b"Exif\0\0GEHEIM"), &[0xFF, 0xD9]].concat();
        for behind in [&b"\0\0\0\x18ftypmp42GEHEIM"[..], &second] {
            assert!(jpeg(&picture(b"", behind)).unwrap() == bare);
        }
        assert!(jpeg(&picture(&of_jpeg(0xFE, SECRET), b"")).unwrap() == bare);
        let thumbnail = of_jpeg(0xE0, b"JFXX\0\x10GEHEIM");
        assert!(jpeg(&picture(&thumbnail, b"")).unwrap() == bare);
    }

    #[test]
    fn what_is_not_known_to_draw_is_taken_out_of_a_png() {
        let chunk =
            |kind: &[u8; 4], body: &[u8]| img_parts::png::PngChunk::new(*kind, body.to_vec().into()).encoder().bytes().to_vec();
        let png_of = |extra: &[u8]| {
            let draws = [chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), extra.to_vec(), chunk(b"IDAT", b"x")].concat();
            [&b"\x89PNG\r\n\x1a\n"[..], &draws, &chunk(b"IEND", b"")].concat()
        };
        for kind in [b"eXIf", b"caBX", b"iTXt", b"zzZz"] {
            let clean = png([png_of(&chunk(kind, SECRET)), SECRET.to_vec()].concat()).unwrap();
            assert!(!holds_secret(&clean) && clean == png(png_of(b"")).unwrap());
        }
    }

    #[test]
    fn what_is_not_known_to_draw_is_taken_out_of_a_webp() {
        let chunk = |id: &[u8; 4], body: &[u8]| [&id[..], &u32::try_from(body.len()).unwrap().to_le_bytes(), body].concat();
        let body = [
            chunk(b"VP8X", &[0b0010_1100, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            chunk(b"ICCP", SECRET),
            chunk(b"VP8L", &[0x2F, 0, 0, 0, 0, 0x88, 0x88, 8]),
            chunk(b"EXIF", SECRET),
            chunk(b"XMP ", SECRET),
            chunk(b"zzzz", SECRET),
        ]
        .concat();
        let size = u32::try_from(body.len() + 4).unwrap().to_le_bytes();
        let clean = webp([&b"RIFF"[..], &size, b"WEBP", &body, SECRET].concat()).unwrap();
        assert!(!holds_secret(&clean));
        assert_eq!(&clean[12..16], b"VP8L", "with nothing beside the picture the simple shape is enough");
    }
}
