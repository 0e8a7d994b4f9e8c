//! Which addresses may be contacted (pure).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// True where the address belongs to the public internet: no loopback, private, link-local, shared, reserved, benchmark or
/// multicast range, and no IPv6 form that leads to an IPv4 address.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// <https://www.iana.org/assignments/iana-ipv4-special-registry>
fn is_public_v4(address: Ipv4Addr) -> bool {
    let special = match address.octets() {
        [0 | 10 | 127, ..] | [169, 254, ..] | [192, 168, ..] => true,
        [100, second, ..] => second & 0b1100_0000 == 64,
        [172, second, ..] => second & 0b1111_0000 == 16,
        [192, 0, 0 | 2, _] | [192, 88, 99, _] => true,
        [198, 18 | 19, ..] | [198, 51, 100, _] | [203, 0, 113, _] => true,
        [first, ..] => first >= 224,
    };
    !special
}

/// <https://www.iana.org/assignments/iana-ipv6-special-registry>: only 2000::/3 is global unicast, and in it tunnels
/// (Teredo 2001::/32, 6to4 2002::/16), the rest of 2001::/23 and documentation are none.
fn is_public_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        [0x2001, second, ..] => second >= 0x200 && second != 0xdb8,
        [0x2002, ..] | [0x3fff, 0..=0xfff, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}
