package io.vestnik.tabular;

import java.nio.file.Path;

/** A program that reads a table with the heap that its command line allows and prints how many rows and characters it saw. */
final class ReadInLittleMemory {

    private ReadInLittleMemory() {}

    public static void main(String[] arguments) throws Exception {
        OpenResult result = TabularFile.open(Path.of(arguments[0]), ReadLimits.standard());
        if (!(result instanceof OpenResult.Opened(TabularFile table))) {
            throw new IllegalStateException(result.toString());
        }
        long rows = 0;
        long chars = 0;
        try (table;
                Rows all = table.rows(table.sheets().getFirst())) {
            while (all.hasNext()) {
                rows++;
                chars += all.next().cells().stream().mapToInt(String::length).sum();
            }
        }
        System.out.println(rows + " " + chars);
    }
}
