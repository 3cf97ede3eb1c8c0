export {connectBridge, type BridgeOptions} from './connect-bridge.js';
export type {AppMessage, AppMessageBody, Envelope, PageMessage, PageMessageBody} from './messages.js';
export type {BridgeTransport, TransportOptions} from './transports.js';
