/** Who may bind, what becomes of what they submit, and how receipts reach them. */
@NullMarked
package io.vestnik.platform.smppserver.domain;

import org.jspecify.annotations.NullMarked;
