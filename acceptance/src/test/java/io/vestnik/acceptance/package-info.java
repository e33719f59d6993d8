/** The real jars, PostgreSQL, the simulated operator and a browser, tried as a person and a program would. */
@NullMarked
package io.vestnik.acceptance;

import org.jspecify.annotations.NullMarked;
