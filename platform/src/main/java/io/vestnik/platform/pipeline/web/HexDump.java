package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.channels.Octets;

/** Octets as people are used to read them: sixteen a line, with their place and their letters. */
final class HexDump {
    private static final int WIDTH = 16;
    private static final int MOST = 4_096;

    private HexDump() {}

    static String of(Octets octets) {
        StringBuilder dump = new StringBuilder();
        int end = Math.min(octets.size(), MOST);
        for (int from = 0; from < end; from += WIDTH) {
            dump.append("%04x  ".formatted(from));
            StringBuilder letters = new StringBuilder(WIDTH);
            for (int at = from; at < from + WIDTH; at++) {
                if (at < end) {
                    int octet = octets.at(at);
                    dump.append("%02x ".formatted(octet));
                    letters.append(octet >= ' ' && octet <= '~' ? (char) octet : '.');
                } else {
                    dump.append("   ");
                }
                if (at == from + WIDTH / 2 - 1) {
                    dump.append(' ');
                }
            }
            dump.append(' ').append(letters).append('\n');
        }
        return end < octets.size() ? dump.append("…\n").toString() : dump.toString();
    }
}
