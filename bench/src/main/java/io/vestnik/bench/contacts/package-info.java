/** How fast contacts come in, are found and go out again, at ten thousand and at a million of them. */
@NullMarked
package io.vestnik.bench.contacts;

import org.jspecify.annotations.NullMarked;
