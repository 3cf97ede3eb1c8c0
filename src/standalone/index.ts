import './packs.js';
import '../define/all.js';
