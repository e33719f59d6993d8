/** The production calendars of countries, kept as data: on which days people there do not work. */
@ApplicationModule(
        displayName = "Holidays",
        allowedDependencies = {})
@NullMarked
package io.vestnik.platform.holidays;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
