package io.vestnik.platform.senders.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that papers may be, each told by the first octets of its content. */
@SuppressWarnings("ImmutableEnumChecker") // copies of lists
enum PaperKind {
    JPG("image/jpeg", List.of("jpg", "jpeg"), "\u00FF\u00D8\u00FF"),
    TIF("image/tiff", List.of("tif", "tiff"), "II*\0", "MM\0*"),
    PDF("application/pdf", List.of("pdf"), "%PDF-"),
    PNG("image/png", List.of("png"), "\u0089PNG\r\n\u001A\n"),
    ZIP("application/zip", List.of("zip"), "PK\u0003\u0004"),
    RAR("application/vnd.rar", List.of("rar"), "Rar!\u001A\u0007");

    private final String type;
    private final List<String> endings;
    private final List<String> beginnings;

    PaperKind(String type, List<String> endings, String... beginnings) {
        this.type = type;
        this.endings = List.copyOf(endings);
        this.beginnings = List.of(beginnings);
    }

    /** The kind of a content; none where it is none of these, or the name of the file says otherwise: a document is an archive inside. */
    static Optional<PaperKind> of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.beginnings.stream().anyMatch(it -> begins(content, it)))
                .filter(kind -> kind.endings.contains(ending))
                .findFirst();
    }

    private static boolean begins(byte[] content, String beginning) {
        for (int i = 0; i < beginning.length(); i++) {
            if (i >= content.length || (content[i] & 0xFF) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Such as {@code jpg}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its media type. */
    String type() {
        return type;
    }
}
