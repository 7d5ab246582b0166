import { type DocumentPacket, type StatusPacket } from '@lienthong/edxml';
import { instant } from '@lienthong/kernel';

/** A document that says everything, as the profile has it. */
export const cleanDocument: DocumentPacket = {
  kind: 'document',
  businessType: 0,
  from: { organId: '000.00.13.H39', inCharge: 'UBND tỉnh Long An', name: 'Sở TT&TT', fax: '0' },
  to: [{ organId: '000.00.00.H39', name: 'UBND tỉnh' }, { organId: 'H53.13' }],
  documentId: '000.00.13.H39,2020/03/02,7/STTTT-VP',
  code: { number: '7', notation: 'STTTT-VP' },
  promulgation: { place: 'Long An', date: '2020-03-02' },
  documentType: { type: '18', typeDetail: '0', typeName: 'Công văn' },
  subject: 'V/v kết nối, liên thông',
  content: 'Nội dung',
  signer: { competence: 'KT. GIÁM ĐỐC', position: 'Phó Giám đốc', fullName: 'Nguyễn Văn Mẫu' },
  dueDate: '2020-03-12',
  toPlaces: ['Như trên'],
  priority: '1',
  sphere: 'Công khai',
  typerNotation: 'NVM',
  promulgationAmount: '1',
  pageAmount: '2',
  direction: 'false',
  appendixes: ['Phụ lục'],
  responseFor: [
    {
      organId: '000.00.00.G14',
      code: '1/BTTTT',
      promulgationDate: '2020-02-01',
      documentId: 'G14,2020/02/01,1/BTTTT',
    },
  ],
  steeringType: '1',
  trace: [{ organId: '000.00.00.H39', timestamp: instant('2020-03-02T07:00:00+07:00') }],
  business: {
    paper: false,
    receivers: [],
    replacements: [],
    staff: { department: 'Văn thư', staff: 'Trần Thị Mẫu', mobile: '0', email: 'a@example.vn' },
  },
  attachments: [
    {
      contentId: '1',
      name: 'a.txt',
      description: 'Văn bản',
      mediaType: 'text/plain',
      content: Buffer.from('Kính gửi'),
    },
    { contentId: '2', name: 'b.txt', mediaType: 'text/plain', content: Buffer.from('Phụ lục') },
  ],
};

export const cleanUpdate: DocumentPacket = {
  ...cleanDocument,
  businessType: 2,
  business: {
    documentId: cleanDocument.documentId,
    reason: 'Sửa trích yếu',
    paper: true,
    documentInfo: '1',
    documentReceiver: '1',
    receivers: [{ organId: '000.00.00.H41', receiverType: '0' }],
    replacements: [],
  },
};

export const cleanReplacement: DocumentPacket = {
  ...cleanDocument,
  businessType: 3,
  business: {
    receivers: [],
    replacements: [{ documentId: 'H39,2020/01/02,1/VP', organIds: ['000.00.00.H41'] }],
  },
};

export const cleanStatus: StatusPacket = {
  kind: 'status',
  from: { organId: '000.00.13.H39', name: 'Sở TT&TT' },
  responseFor: {
    organId: '000.00.00.G22',
    code: '7/VPCP',
    promulgationDate: '2020-03-02',
    documentId: '000.00.00.G22,2020/03/02,7/VPCP',
  },
  staff: { department: 'Văn thư', staff: 'Trần Thị Mẫu' },
  statusCode: '03',
  description: 'Đã tiếp nhận',
  timestamp: instant('2020-03-02T08:00:00+07:00'),
};
