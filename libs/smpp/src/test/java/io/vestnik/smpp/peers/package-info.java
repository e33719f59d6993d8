/** Foreign SMPP implementations against ours, over the public API alone. */
@NullMarked
package io.vestnik.smpp.peers;

import org.jspecify.annotations.NullMarked;
