/** The pages of sender names. */
@NullMarked
package io.vestnik.platform.senders.web;

import org.jspecify.annotations.NullMarked;
