import './isp-new-ticket.js';
import './isp-reply-banner.js';
import './isp-support.js';
import './isp-ticket-list.js';
import './isp-ticket-thread.js';
