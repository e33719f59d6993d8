package io.vestnik.tabular;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A text in a file, whatever its encoding: it is detected as that of a table is. */
public final class PlainText {

    private PlainText() {}

    /**
     * The characters of a file, none where it is no text. The caller closes them; they throw {@link UnreadableTableException} at
     * the first NUL.
     */
    public static Optional<Reader> open(Path path) throws IOException {
        Optional<Charset> charset = EncodingGuess.of(TextSample.of(path));
        return charset.isPresent() ? Optional.of(decoded(path, charset.get())) : Optional.empty();
    }

    /** One wrong byte among a million good ones becomes U+FFFD, where everyone sees it, and costs nobody the load. */
    static PlainChars decoded(Path path, Charset charset) throws IOException {
        return new PlainChars(new InputStreamReader(
                Files.newInputStream(path),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }
}
