package io.vestnik.tabular;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The container of Office before 2007 and of encrypted workbooks ([MS-CFB]): only its list of streams is read. */
final class CompoundFile {

    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int FAT_SECTORS_IN_HEADER = 109;

    /** Real files keep what we look for among the first dozen entries; a loop in the chain ends here too. */
    private static final int MAX_DIRECTORY_SECTORS = 64;

    private final SeekableByteChannel file;
    private final ByteBuffer header;
    private final int sectorSize;

    private CompoundFile(SeekableByteChannel file, ByteBuffer header) {
        this.file = file;
        this.header = header;
        this.sectorSize = header.getShort(30) == 12 ? 4096 : 512;
    }

    /** Why a compound file is not read: encrypted, an old workbook, or something else. */
    static OpenResult.Refused refusal(Path path) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            Optional<ByteBuffer> header = read(file, 0, HEADER);
            Set<String> streams = header.isEmpty() ? Set.of() : new CompoundFile(file, header.get()).streams();
            if (streams.isEmpty()) {
                return new OpenResult.Refused(RefusalReason.DAMAGED, "a compound file without a readable directory");
            }
            if (streams.contains("EncryptedPackage")) {
                return new OpenResult.Refused(RefusalReason.PASSWORD_PROTECTED, "an encrypted Office document");
            }
            if (streams.contains("Workbook") || streams.contains("Book")) {
                return new OpenResult.Refused(RefusalReason.OLD_XLS, "a workbook of Excel 5 to 2003");
            }
            return new OpenResult.Refused(RefusalReason.NOT_A_TABLE, "a compound file that is no workbook");
        }
    }

    private Set<String> streams() throws IOException {
        Set<String> names = new HashSet<>();
        int sector = header.getInt(48);
        for (int walked = 0; sector >= 0 && walked < MAX_DIRECTORY_SECTORS; walked++) {
            Optional<ByteBuffer> directory = sector(sector);
            if (directory.isEmpty()) {
                return names;
            }
            for (int at = 0; at < sectorSize; at += ENTRY) {
                name(directory.get(), at).ifPresent(names::add);
            }
            sector = following(sector);
        }
        return names;
    }

    /** Names are UTF-16LE with a closing zero, their length in bytes at offset 64. */
    private static Optional<String> name(ByteBuffer directory, int at) {
        int length = directory.getShort(at + 64);
        if (length < 4 || length > 64) {
            return Optional.empty();
        }
        byte[] name = new byte[length - 2];
        directory.get(at, name);
        return Optional.of(new String(name, StandardCharsets.UTF_16LE));
    }

    private int following(int sector) throws IOException {
        int perSector = sectorSize / Integer.BYTES;
        int fat = sector / perSector;
        if (fat >= FAT_SECTORS_IN_HEADER) {
            return -1;
        }
        Optional<ByteBuffer> table = sector(header.getInt(76 + fat * Integer.BYTES));
        return table.map(entries -> entries.getInt(sector % perSector * Integer.BYTES))
                .orElse(-1);
    }

    private Optional<ByteBuffer> sector(int number) throws IOException {
        return number < 0 ? Optional.empty() : read(file, (number + 1L) * sectorSize, sectorSize);
    }

    private static Optional<ByteBuffer> read(SeekableByteChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(at);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.flip());
    }
}
