/** Short links and clicks: codes, where they lead, who followed them, and the page for those who do not want to hear more. */
@ApplicationModule(
        displayName = "Links",
        allowedDependencies = {"kernel", "shell", "store", "accounts", "texts"})
@NullMarked
package io.vestnik.platform.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
