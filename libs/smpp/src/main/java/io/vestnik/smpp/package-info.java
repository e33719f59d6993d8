/** SMPP 3.4: codec, client and server sessions. */
@NullMarked
package io.vestnik.smpp;

import org.jspecify.annotations.NullMarked;
