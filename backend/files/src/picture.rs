//! Pictures are drawn anew, and smaller when they are very large: what stays is what is seen, not where, when and
//! with what it was taken. Pure.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use crate::{FileFault, MediaType};

const MAX_SIDE: u32 = 12_000;
/// A picture of this many pixels fills 200 MB while it is drawn.
const MAX_PIXELS: u64 = 50_000_000;
const JPEG_QUALITY: u8 = 88;
/// No screen shows more of a picture in a text; what is larger costs readers time and data.
const KEPT_SIDE: u32 = 2_048;

/// A picture as it is kept.
pub struct Drawn {
    pub bytes: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// The same picture, upright, no larger than is of use, without a word about its origin.
pub fn redraw(bytes: &[u8], media_type: MediaType) -> Result<Drawn, FileFault> {
    let format = match media_type {
        MediaType::Png => ImageFormat::Png,
        MediaType::Jpeg => ImageFormat::Jpeg,
        MediaType::Webp => ImageFormat::WebP,
        MediaType::Pdf
        | MediaType::Odt
        | MediaType::Docx
        | MediaType::Mp3
        | MediaType::M4a
        | MediaType::Ogg => return Err(FileFault::TypeRefused),
    };
    let picture = fit(draw(bytes, format)?);
    let mut redrawn = Vec::new();
    if format == ImageFormat::Jpeg {
        let encoder = JpegEncoder::new_with_quality(&mut redrawn, JPEG_QUALITY);
        picture
            .to_rgb8()
            .write_with_encoder(encoder)
            .map_err(|error| refusal(&error))?;
    } else {
        picture
            .write_to(&mut Cursor::new(&mut redrawn), format)
            .map_err(|error| refusal(&error))?;
    }
    Ok(Drawn {
        bytes: redrawn,
        width: picture.width(),
        height: picture.height(),
    })
}

/// The finer filters first make a copy in floating point, several times as large as the picture; this one does not.
fn fit(picture: DynamicImage) -> DynamicImage {
    if picture.width().max(picture.height()) <= KEPT_SIDE {
        return picture;
    }
    picture.thumbnail(KEPT_SIDE, KEPT_SIDE)
}

/// Measured before it is drawn: a small file can hold a very large picture.
fn draw(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, FileFault> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(FileFault::TooManyPixels);
    }
    let orientation = decoder.orientation().map_err(|error| refusal(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error))?;
    picture.apply_orientation(orientation);
    Ok(match format {
        ImageFormat::WebP => DynamicImage::ImageRgba8(picture.to_rgba8()),
        _ => picture,
    })
}

fn refusal(error: &ImageError) -> FileFault {
    match error {
        ImageError::Limits(_) => FileFault::TooManyPixels,
        _ => FileFault::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg_with_exif() -> Vec<u8> {
        let mut plain = Vec::new();
        DynamicImage::new_rgb8(4, 2)
            .write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg)
            .unwrap();
        // APP1: a TIFF header with one entry, orientation 6 (a quarter turn), and words after it.
        let mut exif =
            b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        exif.extend_from_slice(b"GPS 52.3702 4.8952");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let mut with = plain[..2].to_vec();
        with.extend_from_slice(&[0xFF, 0xE1]);
        with.extend_from_slice(&length);
        with.extend_from_slice(&exif);
        with.extend_from_slice(&plain[2..]);
        with
    }

    #[test]
    fn a_photo_forgets_where_it_was_taken_and_stands_upright() {
        let drawn = redraw(&jpeg_with_exif(), MediaType::Jpeg).unwrap();
        assert!(
            !drawn
                .bytes
                .windows(4)
                .any(|four| four == b"Exif" || four == b"GPS ")
        );
        let picture = image::load_from_memory(&drawn.bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), (2, 4));
        assert_eq!((drawn.width, drawn.height), (2, 4));
    }

    #[test]
    fn every_kind_of_picture_is_drawn_anew() {
        for (format, media_type) in [
            (ImageFormat::Png, MediaType::Png),
            (ImageFormat::WebP, MediaType::Webp),
        ] {
            let mut bytes = Vec::new();
            DynamicImage::new_rgba8(3, 3)
                .write_to(&mut Cursor::new(&mut bytes), format)
                .unwrap();
            let drawn = redraw(&bytes, media_type).unwrap();
            assert!(image::load_from_memory_with_format(&drawn.bytes, format).is_ok());
        }
    }

    #[test]
    fn a_large_picture_is_kept_smaller_and_in_its_own_form() {
        for (sides, kept) in [
            ((4_096, 1_024), (2_048, 512)),
            ((300, 3_000), (205, 2_048)),
            ((2_048, 2_048), (2_048, 2_048)),
            ((20, 10), (20, 10)),
            ((5_000, 1), (2_048, 1)),
        ] {
            let mut bytes = Vec::new();
            DynamicImage::new_rgb8(sides.0, sides.1)
                .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
                .unwrap();
            let drawn = redraw(&bytes, MediaType::Png).unwrap();
            let picture = image::load_from_memory(&drawn.bytes).unwrap();
            assert_eq!((picture.width(), picture.height()), kept);
            assert_eq!((drawn.width, drawn.height), kept);
        }
    }

    #[test]
    fn a_picture_that_is_too_wide_is_refused_before_it_is_drawn() {
        let mut wide = Vec::new();
        DynamicImage::new_luma8(MAX_SIDE + 1, 1)
            .write_to(&mut Cursor::new(&mut wide), ImageFormat::Png)
            .unwrap();
        assert!(matches!(
            redraw(&wide, MediaType::Png),
            Err(FileFault::TooManyPixels)
        ));
    }
}
