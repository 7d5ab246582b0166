import { MalformedSignatureHeader, UnreadableCertificate } from '@lienthong/signatures';
import { type CatalogueEntry, problemType as type, words } from './problem.js';

/** What cannot be judged at all; a signature that is merely bad is recorded as such. */
export const signatureProblems: readonly CatalogueEntry[] = [
  [
    MalformedSignatureHeader,
    type(
      'malformed-signature-header',
      400,
      words('Tiêu đề chữ ký không hợp lệ', 'Malformed signature header'),
      words(
        'Viết :<base64>:;cert=:<base64>: cho mỗi chữ ký, tối đa 8, cách nhau bằng dấu phẩy.',
        'Write :<base64>:;cert=:<base64>: for each signature, 8 at most, separated by commas.',
      ),
    ),
  ],
  [
    UnreadableCertificate,
    type(
      'unreadable-certificate',
      422,
      words('Không đọc được chứng thư số', 'The certificate cannot be read'),
      words(
        'Gửi một chứng thư số X.509 dạng DER trong tham số cert.',
        'Send one X.509 certificate in DER as the parameter cert.',
      ),
    ),
  ],
];
