const names = `
BYTES_PER_ELEMENT E EPSILON LN10 LN2 LOG10E LOG2E MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER
MIN_VALUE NEGATIVE_INFINITY NaN PI POSITIVE_INFINITY SQRT1_2 SQRT2 UTC __defineGetter__
__defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ abs acos acosh add all allSettled
and any apply arguments asIntN asUintN asin asinh assign asyncDispose asyncIterator at atan atan2
atanh bind buffer byteLength byteOffset call catch cause cbrt ceil charAt charCodeAt clear clz32
codePointAt compareExchange compile concat configurable construct constructor copyWithin cos cosh
create defineProperties defineProperty delete deleteProperty deref description detached
difference dispose done dotAll drop endsWith entries enumerable errors escape every exchange exec
exp expm1 f16round fill filter finally find findIndex findLast findLastIndex flags flat flatMap
floor for forEach freeze from fromAsync fromBase64 fromCharCode fromCodePoint fromEntries fromHex
fround get getBigInt64 getBigUint64 getDate getDay getFloat16 getFloat32 getFloat64 getFullYear
getHours getInt16 getInt32 getInt8 getMilliseconds getMinutes getMonth getOrInsert
getOrInsertComputed getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames
getOwnPropertySymbols getPrototypeOf getSeconds getTime getTimezoneOffset getUTCDate getUTCDay
getUTCFullYear getUTCHours getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds getUint16
getUint32 getUint8 getYear global groupBy groups grow growable has hasIndices hasInstance hasOwn
hasOwnProperty hypot ignoreCase imul includes index indexOf indices intersection is isArray
isConcatSpreadable isDisjointFrom isError isExtensible isFinite isFrozen isInteger isLockFree
isNaN isPrototypeOf isRawJSON isSafeInteger isSealed isSubsetOf isSupersetOf isView isWellFormed
iterator join keyFor keys lastIndex lastIndexOf length load localeCompare log log10 log1p log2
map match matchAll max maxByteLength message min multiline name next normalize notify now of or
ownKeys padEnd padStart parse parseFloat parseInt pause pop pow preventExtensions
propertyIsEnumerable prototype proxy push race random raw rawJSON reason reduce reduceRight
register reject repeat replace replaceAll resizable resize resolve return reverse revocable
revoke round seal search set setBigInt64 setBigUint64 setDate setFloat16 setFloat32 setFloat64
setFromBase64 setFromHex setFullYear setHours setInt16 setInt32 setInt8 setMilliseconds
setMinutes setMonth setPrototypeOf setSeconds setTime setUTCDate setUTCFullYear setUTCHours
setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds setUint16 setUint32 setUint8 setYear
shift sign sin sinh size slice some sort source species splice split sqrt stack startsWith status
sticky store stringify subarray substr substring sumPrecise symmetricDifference take tan tanh
test then throw toArray toBase64 toDateString toExponential toFixed toGMTString toHex toISOString
toJSON toLocaleDateString toLocaleLowerCase toLocaleString toLocaleTimeString toLocaleUpperCase
toLowerCase toPrecision toPrimitive toReversed toSorted toSpliced toString toStringTag
toTimeString toUTCString toUpperCase toWellFormed transfer transferToFixedLength trim trimEnd
trimLeft trimRight trimStart trunc try unicode unicodeSets union unregister unscopables unshift
value valueOf values wait waitAsync with withResolvers writable xor
`;

/**
 * The names of members that the standard objects of ECMAScript 2026 have, without those that only
 * make HTML (`link`, `big`, …), which programs use for their own things. A list rather than a look
 * at the running engine, so that every version of Node.js gives the same normal form.
 */
export const standardMembers: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
