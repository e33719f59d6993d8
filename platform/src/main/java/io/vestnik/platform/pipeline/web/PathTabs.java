package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.shell.Tab;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the person on duty, side by side. */
final class PathTabs {
    private PathTabs() {}

    static List<Tab> of(PathTexts texts, String current) {
        return Stream.of("status", "receipts", "traces")
                .map(name -> Tab.of(
                        texts.text("pipeline.tab." + name), "/pipeline/" + name, current.equals("/pipeline/" + name)))
                .toList();
    }
}
