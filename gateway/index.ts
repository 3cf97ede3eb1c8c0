export type {Customer, GatewayOptions, Operation} from './options.js';
export {postgresReceipts, receiptsTable, type Query} from './postgres-receipts.js';
export type {RateLimit} from './rate-limit.js';
export {memoryReceipts, type ReceiptClaim, type ReceiptKey, type ReceiptState, type ReceiptStore} from './receipts.js';
export {serveBackend} from './serve-backend.js';
export {serverTransport, type ServerTransportOptions} from './server-transport.js';
export {verifyJwt, type JwtCustomer, type VerifyJwtOptions} from './verify-jwt.js';
