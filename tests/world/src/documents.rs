//! Small PDFs, real ones and broken ones, written byte by byte.

use std::fmt::Write as _;

/// A picture of one transparent pixel, as a PNG.
pub const PIXEL: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\x0bIDATx\xdac`\x00\x02\x00\x00\x05\x00\x01\xe9\xfa\xdc\xd8\x00\x00\x00\x00IEND\xaeB`\x82";

/// Pages with this text, one line each.
pub fn text_pdf(pages: &[&str]) -> Vec<u8> {
    let contents: Vec<Stream> = pages.iter().map(|text| Stream::plain(&shown(text))).collect();
    pdf(&contents)
}

/// One page that is nothing but a picture, as a scanner makes it.
pub fn image_pdf() -> Vec<u8> {
    let scan = Stream {
        resources: "/XObject << /Scan 3 0 R >>",
        ..Stream::plain("q 612 0 0 792 0 0 cm /Scan Do Q")
    };
    pdf(&[scan])
}

/// A document with a password that nobody tells.
pub fn encrypted_pdf() -> Vec<u8> {
    let key = "41".repeat(32);
    let encrypt = format!("<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{key}> /U <{key}> >>");
    let mut objects = objects(&[Stream::plain(&shown("Nobody reads this"))]);
    objects.push(encrypt.into());
    written(&objects, &format!("/Encrypt {} 0 R /ID [<41> <41>] ", objects.len()))
}

/// The first half of a document.
pub fn cut_pdf() -> Vec<u8> {
    let mut bytes = text_pdf(&["The second half of this document was never sent"]);
    bytes.truncate(bytes.len() / 2);
    bytes
}

/// A document without a page.
pub fn empty_pdf() -> Vec<u8> {
    pdf(&[])
}

/// One page whose half megabyte unfolds to so many bytes, all of them zero.
pub fn bomb_pdf(unfolded_bytes: usize) -> Vec<u8> {
    let bytes = zeros(unfolded_bytes);
    pdf(&[Stream { filter: "/Filter /FlateDecode ", bytes, ..Stream::plain("") }])
}

/// Inside the page, so that a document without text has no font anywhere.
const FONT: &str =
    "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>";

/// What a page is drawn with.
struct Stream {
    resources: &'static str,
    filter: &'static str,
    bytes: Vec<u8>,
}

impl Stream {
    fn plain(text: &str) -> Self {
        Self { resources: FONT, filter: "", bytes: text.into() }
    }
}

fn shown(text: &str) -> String {
    let mut drawing = String::from("BT /F1 11 Tf 14 TL 72 720 Td ");
    for line in text.lines() {
        let line = line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        let _ = write!(drawing, "({line}) Tj T* ");
    }
    drawing + "ET"
}

fn pdf(pages: &[Stream]) -> Vec<u8> {
    written(&objects(pages), "")
}

fn objects(pages: &[Stream]) -> Vec<Vec<u8>> {
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let kids = kids.join(" ");
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()).into(),
        stream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 ",
            &[0x80],
        ),
    ];
    for (page, content) in pages.iter().enumerate() {
        let (resources, drawing) = (content.resources, 5 + 2 * page);
        let shape = "/MediaBox [0 0 612 792]";
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R {shape} /Resources << {resources} >> /Contents {drawing} 0 R >>"
            )
            .into(),
        );
        objects.push(stream(content.filter, &content.bytes));
    }
    objects
}

fn stream(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<< {dictionary}/Length {} >>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

fn written(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (place, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", bytes.len());
        bytes.extend(format!("{} 0 obj\n", place + 1).into_bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(table.into_bytes());
    let size = objects.len() + 1;
    bytes.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n").into_bytes(),
    );
    bytes
}

/// So many zero bytes, packed as zlib packs them best: one zero, then copies of 258 of it, thirteen bits each.
fn zeros(count: usize) -> Vec<u8> {
    let (mut packed, mut bits) = (vec![0x78, 0x01], Bits::default());
    bits.push("1", &mut packed); // the last block
    bits.push("10", &mut packed); // with the fixed codes
    bits.push("00110000", &mut packed); // a zero
    let copies = count.saturating_sub(1) / 258;
    for _ in 0..copies {
        bits.push("1100010100000", &mut packed); // a length of 258 at a distance of 1
    }
    bits.push("0000000", &mut packed); // the end
    while bits.filled > 0 {
        bits.push("0", &mut packed);
    }
    let unfolded = 1 + copies * 258;
    let sum = u16::try_from(unfolded % 65_521).expect("less than the divisor");
    packed.extend([sum.to_be_bytes(), 1u16.to_be_bytes()].concat());
    packed
}

/// Bits on their way into bytes, lowest first.
#[derive(Default)]
struct Bits {
    byte: u8,
    filled: u32,
}

impl Bits {
    fn push(&mut self, bits: &str, packed: &mut Vec<u8>) {
        for bit in bits.bytes() {
            self.byte |= (bit - b'0') << self.filled;
            self.filled += 1;
            if self.filled == 8 {
                packed.push(std::mem::take(&mut self.byte));
                self.filled = 0;
            }
        }
    }
}
