package io.vestnik.tabular;

/** The kind of a table file, told by its content. */
public enum TableFormat {
    /** An Office Open XML workbook (ECMA-376). */
    XLSX,
    /** A workbook of Excel 97 to 2003 ([MS-XLS], BIFF8). */
    XLS,
    /** Text whose cells are parted by a character other than the tab. */
    CSV,
    /** Text whose cells are parted by tabs. */
    TSV,
    /** Text of one column: a value on each line. */
    TXT
}
