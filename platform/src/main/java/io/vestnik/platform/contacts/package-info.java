/** People and their groups. */
@ApplicationModule(
        displayName = "Contacts",
        allowedDependencies = {"kernel", "shell", "store", "accounts", "jobs", "files", "numbering", "texts"})
@NullMarked
package io.vestnik.platform.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
