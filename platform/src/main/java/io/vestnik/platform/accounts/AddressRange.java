package io.vestnik.platform.accounts;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Internet addresses that share their first bits: {@code 192.0.2.7}, {@code 192.0.2.0/24}, {@code 2001:db8::/32}.
 *
 * @param text as it was written
 * @param network its first address
 * @param bits how many of them are shared
 */
public record AddressRange(String text, InetAddress network, int bits) {
    private static final int LONGEST = 50;
    /** Four parts, for the library reads fewer as something else: 192.168 would be 192.0.0.168. */
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    /** Reads a range; empty for what is none. Names are not looked up. */
    public static Optional<AddressRange> parse(String written) {
        String text = written.strip();
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean digits =
                IPV4.matcher(address).matches() || IPV6.matcher(address).matches();
        if (text.length() > LONGEST || !digits) {
            return Optional.empty();
        }
        try {
            InetAddress network = InetAddress.ofLiteral(address);
            int most = network.getAddress().length * 8;
            String bits = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
            if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > most) {
                return Optional.empty();
            }
            return Optional.of(new AddressRange(text, network, Integer.parseInt(bits)));
        } catch (IllegalArgumentException e) {
            // Looks like an address and is none, such as 1.2.3.999: an answer here and no failure.
            return Optional.empty();
        }
    }

    /** Whether a program may come from there: the address is in one of the ranges, or there are none. */
    public static boolean admits(List<AddressRange> ranges, InetAddress address) {
        return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** The same for an address in digits; what is no address comes from nowhere. */
    public static boolean admits(List<AddressRange> ranges, String address) {
        return ranges.isEmpty()
                || parse(address).filter(it -> admits(ranges, it.network())).isPresent();
    }

    /** Whether the address is one of them. */
    public boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if (((ours[bit >> 3] ^ theirs[bit >> 3]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
