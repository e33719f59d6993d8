/** Pages of inbound messages and of the numbers that they come to. */
@NullMarked
package io.vestnik.platform.pipeline.inbound.web;

import org.jspecify.annotations.NullMarked;
