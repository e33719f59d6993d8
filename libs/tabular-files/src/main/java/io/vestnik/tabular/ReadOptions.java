package io.vestnik.tabular;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a person knows better than detection; it concerns text files only and nothing here changes the kind of a workbook.
 *
 * @param charset the encoding, or null to detect it
 * @param separator the character between cells, or null to detect it
 * @param fileName the name the file came under, a hint where the content leaves a doubt, or null
 */
public record ReadOptions(
        @Nullable Charset charset,
        @Nullable Character separator,
        @Nullable String fileName) {

    /** Refuses a separator that cannot part cells: a quote, a line end, NUL. */
    public ReadOptions {
        if (separator != null && "\"\r\n\0".indexOf(separator) >= 0) {
            throw new IllegalArgumentException("Not a separator: U+%04X".formatted((int) separator));
        }
    }

    /** Everything is detected. */
    public static ReadOptions detect() {
        return new ReadOptions(null, null, null);
    }

    /** The same options with a given encoding. */
    public ReadOptions withCharset(Charset known) {
        return new ReadOptions(known, separator, fileName);
    }

    /** The same options with a given separator. */
    public ReadOptions withSeparator(char known) {
        return new ReadOptions(charset, known, fileName);
    }

    /** The same options with the name that the file came under. */
    public ReadOptions withFileName(String known) {
        return new ReadOptions(charset, separator, known);
    }
}
