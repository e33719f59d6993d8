/** Which messages a program knows by which of its ids. */
@NullMarked
package io.vestnik.platform.smsc.persistence;

import org.jspecify.annotations.NullMarked;
