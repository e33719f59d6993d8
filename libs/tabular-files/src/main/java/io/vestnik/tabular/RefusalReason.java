package io.vestnik.tabular;

/** Why a file, or the rest of it, is not read. */
public enum RefusalReason {
    /** No bytes, or not one cell with anything in it. */
    EMPTY_FILE,
    /** Content of another kind: a picture, an archive, a document, a page, binary data. */
    NOT_A_TABLE,
    /** A workbook encrypted with a password. */
    PASSWORD_PROTECTED,
    /** A workbook of Excel before 97 (BIFF 2 to 7); it has to be saved as xlsx, xls or csv first. */
    OLD_XLS,
    /** More bytes than {@link ReadLimits#fileBytes()}. */
    TOO_LARGE,
    /** More rows than {@link ReadLimits#rows()}; found while reading. */
    TOO_MANY_ROWS,
    /** A cell over {@link ReadLimits#cellChars()}, or a row over {@link ReadLimits#rowChars()}; an unclosed quote looks so. */
    CELL_TOO_LARGE,
    /** The kind is known, but the structure is broken or cut off. */
    DAMAGED,
    /** It unpacks to more than {@link ReadLimits#unpackedBytes()} or {@link ReadLimits#unpackRatio()} allow. */
    ZIP_BOMB
}
