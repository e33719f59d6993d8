/** Pages about messages and their path: the life of one, receipts without a message, traces, and how the path is doing. */
@NullMarked
package io.vestnik.platform.pipeline.web;

import org.jspecify.annotations.NullMarked;
