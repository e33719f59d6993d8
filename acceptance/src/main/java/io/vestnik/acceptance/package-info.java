/** The real jar, PostgreSQL, simulator and a browser, as a person and a program see them. */
@NullMarked
package io.vestnik.acceptance;

import org.jspecify.annotations.NullMarked;
